/** All plots are drawn so wide, and grow to at most 30 rem: their letters are read on a phone too. */
export const WIDTH = 360;

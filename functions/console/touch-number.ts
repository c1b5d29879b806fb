/** Touches a prospect is worth before the rhythm slows down (practice 4: four in five contacts lead to something only on the 5th to 12th). */
const PROGRAMME = 12;

/** "Touch 3 of 12"; emails and call attempts count alike. */
export const touchNumber = (count: number): string =>
  count <= PROGRAMME ? `Touch ${count} of ${PROGRAMME}` : `Touch ${count}, beyond the first ${PROGRAMME}`;

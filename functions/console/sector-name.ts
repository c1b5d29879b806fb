/** "professional-services" -> "Professional services". */
export const sectorName = (sector: string | undefined): string =>
  sector ? sector.charAt(0).toUpperCase() + sector.slice(1).replaceAll("-", " ") : "";

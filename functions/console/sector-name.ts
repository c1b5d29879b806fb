import type { Sector } from "../../shared/sector.ts";

/** "professional-services" -> "Professional services". */
export const sectorName = (sector: Sector | string | undefined): string =>
  sector ? sector.charAt(0).toUpperCase() + sector.slice(1).replaceAll("-", " ") : "";

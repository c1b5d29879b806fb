import type { ZoneSource } from "./prospect.ts";

/** Best first; a zone is only replaced by one whose source is as good. */
const SOURCES: readonly ZoneSource[] = ["own column", "city", "state", "country", "phone", "company default"];

export const atLeastAsSure = (source: ZoneSource, than: ZoneSource): boolean =>
  SOURCES.indexOf(source) <= SOURCES.indexOf(than);

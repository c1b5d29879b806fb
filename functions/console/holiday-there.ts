import { isPublicHoliday } from "../../shared/holidays.ts";
import { toLocal } from "../../shared/time.ts";

/** Why nobody is to be called there now (epoch ms), though it looks like any working day from here. */
export const isHolidayThere = (country: string | undefined, timeZone: string, now: number): boolean =>
  isPublicHoliday(country, toLocal(timeZone, now).date);

const written = (date: string, form: Intl.DateTimeFormatOptions): string =>
  new Date(`${date}T00:00Z`).toLocaleDateString("en-GB", { ...form, timeZone: "UTC" });

/** "25 November 2026". */
export const longDate = (date: string): string => written(date, { dateStyle: "long" });

/** "Wednesday, 25 November 2026". */
export const dayAndDate = (date: string): string => `${written(date, { weekday: "long" })}, ${longDate(date)}`;

/** A topic's slug for people: "shift-handover" becomes "Shift handover". */
export function topicName(topic: string): string {
  const words = topic.replaceAll(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A zone's name for people: "America/New York". */
export const zoneName = (timeZone: string): string => timeZone.replaceAll("_", " ");

/** Enough of an address to recognise it, too little to learn it from a forwarded link: "a•••@example.com". */
export const maskedAddress = (address: string): string => address.replace(/^(.).*@/u, "$1•••@");

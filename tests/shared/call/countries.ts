import file from "../../../shared/public-holidays.json" with { type: "json" };

/** Every country (ISO 3166) whose public holidays are known. */
export const countries = Object.keys(file.countries);

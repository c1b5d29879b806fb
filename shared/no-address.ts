const ADDRESS = /[^\s@<>()"',;:]+@[^\s@<>()"',;:]+/g;

/** The text without email addresses: for logs, and for whoever is to hear of a call but not whom to write to. */
export const withoutAddresses = (text: string): string => text.replaceAll(ADDRESS, "(an address)");

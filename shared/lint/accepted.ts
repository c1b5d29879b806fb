/**
 * Features that one of the four families drops and that emails use all the same, by caniemail's name: what a reader sees where it is dropped, and so
 * why that does no harm. What is not in this list is an error wherever it is used. A feature supported in part is none: what is left of it was looked at when
 * the template was made.
 */
export const ACCEPTED: { readonly [slug: string]: string } = {
  // Styles of the head: all that must be there stands inline as well.
  "html-style":
    "Only Gmail's bare pages for old phones drop it; there the email is as it is inline: by day, in one column.",
  "css-selector-class": "As for <style>: only where the whole sheet goes.",
  "css-selector-grouping": "As for <style>: only where the whole sheet goes.",
  "css-at-media": "Outlook on Windows has a fixed width of its own; Gmail's bare pages need no phone's measures.",
  "css-at-media-prefers-color-scheme":
    "Where it is dropped the email is as by day, or inverted by the program itself; the light pairs stay readable either way.",
  "css-color-scheme": "It only says that there are colours for the night.",
  "html-meta-color-scheme": "It only says that there are colours for the night.",
  "html-body": "Programs put the email into a page of their own; what its body says stands on the first cell as well.",
  // Looks alone.
  "css-border-radius": "Corners are square in Outlook on Windows.",
  "css-outline": "It takes away a border round linked pictures that Outlook on Windows does not draw.",
  "css-text-decoration-line": "React Email writes it before text-decoration, which says the same and holds everywhere.",
  "css-white-space": "A line may break in Outlook on Windows that does not elsewhere.",
  "css-word-break": "A very long word runs over the edge in Yahoo instead of being broken.",
  "css-overflow-wrap": "A very long word runs over the edge instead of being broken.",
  "css-height":
    "Yahoo takes it for a least height, which is what a picture and a round letter are given by their lines anyhow.",
  // The hidden link and the preview text: each way of hiding is dropped by somebody, and each somebody honours another.
  "css-display-none": "Gmail's bare pages alone show the preview text, as a first line.",
  "css-max-height": "One of several ways to hide; Outlook on Windows goes by display and mso-hide.",
  "css-overflow": "One of several ways to hide; Outlook on Windows goes by display and mso-hide.",
  "css-opacity": "One of several ways to hide; Outlook on Windows goes by display and mso-hide.",
  "css-visibility": "One of several ways to hide; all who drop it know display.",
  "html-aria-hidden": "The hidden link has no words, so that there is nothing to read out.",
  "html-target": "Where it is dropped links open in a new tab anyhow.",
  // Pictures: there are words in the place of each.
  "image-webp": "Outlook on Windows shows the words in its place.",
  "image-avif": "Outlook on Windows shows the words in its place.",
};

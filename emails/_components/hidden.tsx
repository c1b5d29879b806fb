/** All of it, because each mail program honours some of it; msoHide is Outlook's on Windows. */
const nowhere = {
  display: "none",
  msoHide: "all",
  visibility: "hidden",
  opacity: 0,
  overflow: "hidden",
  width: "0",
  height: "0",
  maxHeight: "0",
  fontSize: "0",
  lineHeight: "0",
} as const;

/**
 * A link that no reader sees, hears or comes to by keyboard, and that is not in the plain text: whoever follows it follows every link. It has no words,
 * so nothing is shown even where none of its style is honoured.
 */
export const Hidden = ({ href }: { readonly href: string }) => (
  <div aria-hidden="true" data-skip-in-text="true" style={nowhere}>
    <a href={href} tabIndex={-1} aria-hidden="true" style={nowhere} />
  </div>
);

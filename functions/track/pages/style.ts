import { createHash } from "node:crypto";

/** The colours of the emails these pages follow (emails/brand.ts), so that a click does not land somewhere strange. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f2f4f3; --card: #fff; --soft: #e9f3f1; --line: #dfe4e2; --edge: #7d8a88;
  --ink: #1a2226; --muted: #56626a; --accent: #0b6a60; --on-accent: #fff; --grave: #a3291e; }
@media (prefers-color-scheme: dark) { :root { --page: #111617; --card: #1a2123; --soft: #1f2f2d; --line: #313c3e;
  --edge: #76858a; --ink: #eef2f1; --muted: #a7b3b5; --accent: #7ad3c5; --on-accent: #0c2320; --grave: #ff9b8f; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; padding: 24px 16px; display: flex; flex-direction: column; align-items: center;
  justify-content: center; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { width: 100%; max-width: 544px; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; }
h1 { margin: 0 0 12px; font-size: 26px; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 0 0 4px; font-size: 16px; line-height: 1.4; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
.brand { margin-bottom: 20px; font-size: 14px; font-weight: 600; color: var(--muted); }
a { color: var(--accent); text-underline-offset: 3px; }
.brand a { color: inherit; text-decoration: none; }
.brand a:hover { text-decoration: underline; }
.hint { color: var(--muted); font-size: 14px; }
.said { display: block; padding: 10px 14px; margin-bottom: 16px; border-radius: 8px; background: var(--soft); font-weight: 600; }
section, .section { border-top: 1px solid var(--line); margin-top: 24px; padding-top: 20px; }
fieldset { border: 0; margin: 0 0 16px; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: 4px; font-weight: 600; }
.topics { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
.topics label { display: inline-flex; align-items: center; gap: 8px; min-height: 40px; padding: 4px 14px 4px 11px; border: 1px solid var(--line);
  border-radius: 20px; font-size: 15px; cursor: pointer; }
.topics label:hover { border-color: var(--edge); }
.topics label:has(:checked) { background: var(--soft); border-color: var(--accent); }
.choice { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; padding: 8px 0; cursor: pointer; }
.choice .hint { grid-column: 2; }
input[type="checkbox"] { width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--accent); }
.topics input { margin: 0; }
.field { margin-top: 16px; }
.field label { display: block; font-weight: 600; }
.field input { width: 100%; min-height: 44px; margin-top: 6px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 8px;
  background: var(--card); color: var(--ink); font: inherit; }
.field label:has(:focus-visible) { outline: none; }
.field input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.field .hint { display: block; margin-top: 4px; }
.trap { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 20px 0 0; }
section .actions { margin-top: 12px; }
button, .button { appearance: none; display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 20px;
  border: 1px solid var(--accent); border-radius: 8px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .button:hover { filter: brightness(1.1); }
.quiet { background: transparent; border-color: var(--edge); color: var(--ink); }
.quiet:hover { background: var(--soft); filter: none; }
.grave { background: transparent; border-color: var(--grave); color: var(--grave); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
label :focus-visible { outline: none; }
footer { width: 100%; max-width: 544px; padding: 20px 8px 0; color: var(--muted); font-size: 13px; text-align: center; }
footer p { margin: 0 0 4px; }
@media (max-width: 480px) { body { justify-content: flex-start; padding: 12px; } main { padding: 24px 20px; } h1 { font-size: 23px; }
  .actions > * { flex: 1 1 100%; } .actions > form > button { width: 100%; } }
`;

/** How the Content-Security-Policy names it: no other style than this one. */
export const styleSource = `'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`;

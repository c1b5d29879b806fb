/** The icon of the tab: a week of five days, the two in the middle standing out. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6a60"/>
<g fill="#fff"><g opacity=".55"><rect x="5" y="16" width="3" height="7" rx="1.5"/><rect x="10" y="14" width="3" height="9" rx="1.5"/>
<rect x="24.5" y="14" width="3" height="9" rx="1.5"/></g><rect x="15" y="8" width="3" height="15" rx="1.5"/><rect x="20" y="8" width="3" height="15" rx="1.5"/></g></svg>
`;

type Said = { readonly name: string; readonly purpose: string; readonly carries: readonly string[] };

export const KINDS: readonly string[];
export function templateIn(source: string, file: string): Said;
export function templatesIn(folder: string): Said[];
export function catalogueOf(templates: readonly Said[]): string;
export function modulesOf(templates: readonly Said[]): string;

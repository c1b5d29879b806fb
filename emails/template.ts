import type { CompanyProps, LinkProps, PersonProps } from "./_components/frame.tsx";

type ForAll = {
  /** Any whole number: which of the openings it starts with, so that the weeks do not all begin alike. */
  readonly opening: number;
  /** What the inbox shows after the subject; the same for all who get it. */
  readonly preview: string;
  readonly company: CompanyProps;
  /** Every value is ready to print and never empty, whatever is missing of the prospect. */
  readonly person: PersonProps;
  readonly links: LinkProps;
};

type Post = {
  readonly title: string;
  readonly summary: string;
  readonly image?: string | undefined;
  /** "4 minutes". */
  readonly readingTime: string;
  /** What it is called over the title and on the button: "From our blog" and "Read the post". */
  readonly label: string;
  readonly action: string;
  /** The one sentence the rep would say of it, where the summary does not say it already. */
  readonly talkingPoint?: string | undefined;
};

type Study = {
  readonly title: string;
  readonly image?: string | undefined;
  /** "5 minutes". */
  readonly readingTime: string;
  readonly client: string;
  /** As it stands in a sentence after "in": "logistics", "the public sector". */
  readonly sector?: string | undefined;
  readonly problem: string;
  readonly result: string;
  /** The one big figure with its unit: "31 %". */
  readonly number?: string | undefined;
  readonly quote?: string | undefined;
};

export type PostProps = ForAll & { readonly article: Post };
export type StudyProps = ForAll & { readonly article: Study };

/** What a template is given, by the kind of article. */
export type PropsFor = {
  readonly "blog-post": PostProps;
  readonly "case-study": StudyProps;
  readonly resource: PostProps;
};

/**
 * What the file of a template says of itself, in `export const template = { ... } satisfies Template`. Each file of this folder is a template and there for
 * cadences as soon as it lies here; `node .ci/templates.mjs`, which npm's scripts run, writes down which there are.
 */
export type Template = {
  /** What it is for, in a line. */
  readonly purpose: string;
  /** The kinds of article it can show; the types of its props follow from them. */
  readonly carries: readonly (keyof PropsFor)[];
};

/** The props of a template: of whatever it says it carries, so that a field that there is not is a mistake of types. */
export type Props<Of extends Template> = PropsFor[Of["carries"][number]];

import { idOf } from "../id.ts";

/** The id of a post that names no address of its own. */
export const postId = (path: string): string => idOf(`post:${path.replace(/\\/g, "/")}`);

export const isPostPath = (path: string): boolean =>
  /\.(?:md|markdown|mdx|html?)$/i.test(path) && !/^https?:/i.test(path);

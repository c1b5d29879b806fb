import { entity } from "../entity.ts";
import { linkKey, linksPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Link, linkIdOf } from "./link.ts";

const byAddress = (links: readonly Link[]): Map<string, Link> => new Map(links.map((link) => [link.url, link]));

/** Every address that was ever looked at, by address. */
export const getLinks = async (table: Table): Promise<Map<string, Link>> =>
  byAddress((await readAll(table, { pk: linksPk })).map(entity<Link>));

/** Those of these addresses that were looked at. */
export const getLinksOf = async (table: Table, urls: readonly string[]): Promise<Map<string, Link>> =>
  byAddress((await table.getMany([...new Set(urls)].map((url) => linkKey(linkIdOf(url))))).map(entity<Link>));

export const putLink = (link: Link): Write => ({ kind: "put", item: { ...linkKey(link.id), data: Link.parse(link) } });
export const removeLink = (id: string): Write => ({ kind: "remove", key: linkKey(id) });

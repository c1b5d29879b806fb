import { entity } from "../entity.ts";
import { callKey } from "../keys.ts";
import type { Table } from "../ports.ts";
import type { Call } from "./call.ts";

type Place = Pick<Call, "prospectId" | "number">;

/** The calls at these places, each read once and in as few round trips as the store allows; the answer tells which one is where, if it is there. */
export async function getCallsAt(table: Table, places: readonly Place[]): Promise<(place: Place) => Call | undefined> {
  const nameOf = ({ prospectId, number }: Place): string => `${prospectId} ${number}`;
  const wanted = new Map(places.map((place) => [nameOf(place), callKey(place.prospectId, place.number)]));
  const found = (await table.getMany([...wanted.values()])).map(entity<Call>);
  const calls = new Map(found.map((call) => [nameOf(call), call]));
  return (place) => calls.get(nameOf(place));
}

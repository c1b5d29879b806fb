import { DispatchOrder, dispatchTouches } from "../shared/cadence/dispatch.ts";
import type { ScheduleHandler } from "./batch.ts";

/** A zone's schedule fires: order the touches of that slot. */
export const dispatch: ScheduleHandler = async (app, input) => {
  await dispatchTouches(app, DispatchOrder.parse(input));
};

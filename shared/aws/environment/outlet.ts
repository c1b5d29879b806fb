import { fetchOutlet } from "../../outlet.ts";
import type { Outlet } from "../../ports.ts";

/** Other people's servers, over the open internet. */
export const outletOfEnvironment = (): Outlet => fetchOutlet;

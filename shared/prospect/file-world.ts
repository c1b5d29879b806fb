import type { Suppression } from "../suppression/suppression.ts";
import type { Claims } from "./claims.ts";
import type { DeclaredConsent } from "./mail-consent.ts";
import type { Movers } from "./move-call.ts";
import type { OutOf, SaidOf } from "./outs.ts";
import type { Owners } from "./owner.ts";
import type { ZoneWorld } from "./zone.ts";

/** What holds for a whole file. */
export type FileWorld = ZoneWorld &
  Movers & {
    readonly source: string;
    readonly owners: Owners;
    readonly claims: Claims;
    readonly outOf: OutOf;
    readonly notToCall: SaidOf;
    readonly deniesTracking: SaidOf;
    /** What whoever imports the file says of everybody in it. */
    readonly declared: DeclaredConsent | undefined;
    /** How what the file says of being measured became known, for people. */
    readonly consentHow: string;
    /** Is having bought an exit of the prospect's cadence (undefined = of the one that new prospects go into)? */
    readonly customersLeave: (cadenceId: string | undefined) => boolean;
    /** Has a row of the file this record id beside an address? */
    readonly hasAddress: (crmId: string) => boolean;
    /** What earlier rows suppress, by address hash, and ids of the prospects that they leave ended or not to be called. */
    readonly suppressed: Map<string, Suppression>;
    readonly ended: Set<string>;
    readonly uncalled: Set<string>;
  };

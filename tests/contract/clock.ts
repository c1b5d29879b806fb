/** The clock of the world under test. Advancing may take a while where a world has only real time. */
export type Clock = {
  readonly now: () => number;
  readonly advance: (ms: number) => void | Promise<void>;
};

/** A clock that stands still until it is moved. */
export function standingClock(at: number = Date.parse("2026-11-25T12:00:00Z")): Clock {
  let present = at;
  return {
    now: () => present,
    advance: (ms) => {
      present += ms;
    },
  };
}

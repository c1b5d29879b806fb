/** The app's clock: real time plus how far it was moved forward, or standing still at a moment while time is moved or played. */
export type Clock = {
  now: () => number;
  /** Stand at this moment (epoch ms); never goes back. */
  standAt: (at: number) => void;
  /** Run again from where it stands. */
  run: () => void;
  /** Milliseconds ahead of real time. */
  ahead: () => number;
  /** Another process moved it: be at least so far ahead of real time. */
  catchUp: (ahead: number) => void;
};

export function clockAhead(ahead: number): Clock {
  let offset = ahead;
  let standing: number | undefined;
  const now = (): number => standing ?? Date.now() + offset;
  return {
    now,
    standAt: (at) => {
      standing = Math.max(at, now());
    },
    run: () => {
      if (standing !== undefined) offset = standing - Date.now();
      standing = undefined;
    },
    ahead: () => (standing === undefined ? offset : standing - Date.now()),
    catchUp: (elsewhere) => {
      offset = Math.max(offset, elsewhere);
    },
  };
}

/** A clock that only moves when it is told to. */
export function clockAt(at: number): Clock {
  let standing = at;
  return {
    now: () => standing,
    standAt: (next) => {
      standing = Math.max(standing, next);
    },
    run: () => undefined,
    ahead: () => 0,
    catchUp: () => undefined,
  };
}

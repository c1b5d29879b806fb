const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/** Is it a name of this machine that nobody else can mean by it? `host` without a port, as in `URL.hostname`. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

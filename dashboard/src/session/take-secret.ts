let secret: string | null = null;

/** Reads the secret behind `#` once and removes it from the address and the history. */
export function takeSecret(): string | null {
	if (secret !== null || location.hash.length < 2) return secret;
	secret = decodeURIComponent(location.hash.slice(1));
	history.replaceState(history.state, "", location.pathname + location.search);
	return secret;
}

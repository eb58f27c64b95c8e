let secret: string | null = null;

/**
 * The secret behind `#` of the address: read once and taken out of it, so that it is neither in the history nor over a
 * shoulder. It stays with the page until that is left.
 */
export function takeSecret(): string | null {
	if (secret !== null || location.hash.length < 2) return secret;
	secret = decodeURIComponent(location.hash.slice(1));
	history.replaceState(history.state, "", location.pathname + location.search);
	return secret;
}

let chosen: string | null = null;

/**
 * The owner's setting, for the moment in which no setting can be read: a Worker that has served any call knows it. A fresh
 * one has the installer's `FALLBACK_NUMBER` only.
 */
export function rememberFallbackNumber(number: string | null): void {
	chosen = number;
}

/** E.164, or empty when there is none: then a message is taken. */
export function fallbackNumber(installed: { FALLBACK_NUMBER: string }): string {
	return chosen ?? installed.FALLBACK_NUMBER;
}

import type { DeliveryResult } from "./deliver.ts";

/** Null when the answer does not redirect. */
export function redirectTarget(result: DeliveryResult, url: string): string | null {
	if (!result.ok || result.status < 300 || result.status >= 400 || !result.location) return null;
	return URL.canParse(result.location, url) ? new URL(result.location, url).href : null;
}

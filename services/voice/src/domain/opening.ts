import type { Extension, Office } from "./office.ts";

/** Whether a destination takes no calls now: by its own hours, otherwise by the company's. */
export function isClosed(_destination: Extension, _office: Office): boolean {
	return false;
}

import type { Line } from "../../calls/line.ts";
import { passKey } from "../../calls/phones/person.ts";

/** Any other character is a key. */
const waitsMilliseconds: Readonly<Record<string, number>> = { w: 500, W: 1000 };

export async function sendDigits(leg: Line, digits: string): Promise<void> {
	for (const key of digits) {
		const waitMilliseconds = waitsMilliseconds[key];
		if (waitMilliseconds) await leg.ctx.clock.sleep(waitMilliseconds, leg.signal);
		else passKey(leg, key);
	}
}

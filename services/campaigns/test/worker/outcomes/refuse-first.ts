import { expect } from "vitest";
import { loadCounts } from "../rows.ts";
import type { Stage } from "../stage.ts";

export function refuseFirst(stage: Stage, count: number, code: number, status = 400): void {
	let left = count;
	stage.shop.carrier.fault = (request) => {
		if (request !== "POST /Messages" || left === 0) return null;
		left -= 1;
		return { status, code };
	};
}

export async function expectRightCounts(id: string): Promise<void> {
	const { kept, counted } = await loadCounts(id);
	expect(kept).toEqual(counted);
}

import { type Hours, StoredHours } from "@cloudpbx/contracts/office/hours";

export const defaultHours: Hours = {
	week: {},
	exceptions: [],
	holidays: { country: null, names: [] },
	override: null,
	closed: { greeting: null, then: "menu" },
};

/** Reads stored hours with an extension's id; an invalid part counts as absent. */
export function readHours(stored: unknown): Hours {
	const whole = StoredHours.safeParse(stored);
	if (whole.success) return whole.data;
	if (typeof stored !== "object" || stored === null) return defaultHours;
	const parts = Object.entries(StoredHours.shape).flatMap(([name, schema]) => {
		const part = schema.safeParse((stored as Record<string, unknown>)[name]);
		return part.success ? [[name, part.data]] : [];
	});
	return { ...defaultHours, ...Object.fromEntries(parts) };
}

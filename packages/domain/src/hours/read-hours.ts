import { type Hours, StoredHours } from "@cloudpbx/contracts/office/hours";

/** Always open, nothing switched on. */
export const defaultHours: Hours = {
	week: {},
	exceptions: [],
	holidays: { country: null, names: [] },
	override: null,
	closed: { greeting: null, then: "menu" },
};

/**
 * The stored value of the hours, or what stands for an absent one; whose voicemail it names is an id. A spoilt part counts as absent, the
 * others stay.
 */
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

import * as z from "zod";

/**
 * What an owner can change while the system runs. Stored one row a key in D1 `settings`; a key without a row has the
 * installer's value (Worker vars) or the default given here.
 */
export const Settings = z.object({
	companyName: z.string().trim().min(1).max(100).default("Our company"),
	greeting: z.string().trim().max(500).default(""),
	hoursText: z.string().trim().max(1000).default(""),
	factsText: z.string().trim().max(8000).default(""),
	/** Wait after the last key of a choice. Twilio loses keys pressed between two Gathers, so it is one wait for all. */
	keyWaitSeconds: z.int().min(1).max(10).default(3),
	/** Twilio adds a 5 s buffer to it. */
	ringSeconds: z.int().min(5).max(60).default(20),
	/** 120 s is the longest recording that Twilio transcribes. */
	voicemailMaxSeconds: z.int().min(10).max(600).default(120),
});
export type Settings = z.infer<typeof Settings>;
export type SettingKey = keyof Settings;

/** Stored rows laid over the installer's values laid over the defaults. A spoilt value counts as absent. */
export function readSettings(
	rows: readonly { key: string; value: unknown }[],
	installed: Partial<Record<SettingKey, unknown>> = {},
): Settings {
	const stored = Object.fromEntries(rows.map((row) => [row.key, row.value]));
	const chosen = Object.entries(Settings.shape).map(([key, schema]) => {
		const valid = [stored[key], installed[key as SettingKey]].find(
			(value) => value !== undefined && schema.safeParse(value).success,
		);
		return [key, valid];
	});
	return Settings.parse(Object.fromEntries(chosen));
}

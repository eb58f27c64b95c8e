import * as z from "zod";
import { GreetingAudio } from "../calls/line-greetings.ts";
import { RatePerSecond } from "../campaigns/rate-per-second.ts";
import { Ext } from "../extensions/ext.ts";
import { NumberGraceDays } from "../extensions/number-grace-days.ts";
import { Version } from "../version.ts";
import { settingLengths, settingLimits } from "../words/setting-limits.ts";

/** Offsets such as `+02:00` are refused: they know no summer time. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "A time zone such as America/Los_Angeles.");

/** One row a key in D1 `settings`; without a row the installer's Worker var or the default here counts. */
export const Settings = z.object({
	companyName: z.string().trim().min(1).max(settingLengths.companyName).default("Our company"),
	greeting: z.string().trim().max(settingLengths.greeting).default(""),
	hoursText: z.string().trim().max(settingLengths.hoursText).default(""),
	factsText: z.string().trim().max(settingLengths.factsText).default(""),
	/** Wait after the last key. Twilio loses keys pressed between two Gathers, so one wait serves all. */
	keyWaitSeconds: wholeNumber(settingLimits.keyWaitSeconds).default(3),
	ringSeconds: wholeNumber(settingLimits.ringSeconds).default(20),
	/** The longest recording that Twilio transcribes. */
	voicemailMaxSeconds: wholeNumber(settingLimits.voicemailMaxSeconds).default(120),
	/** Language of callers on voicemail, ISO 639-1. The carrier transcribes English only, Whisper the rest. */
	voicemailLanguage: z
		.string()
		.regex(/^[a-z]{2}$/, "A language such as en or es.")
		.default("en"),
	/** After this time without the carrier's transcript, Whisper makes one. */
	transcriptLateSeconds: wholeNumber(settingLimits.transcriptLateSeconds).default(300),
	/** Deletes recordings at the carrier once they are stored here. */
	isCarrierCopyDeleted: z.boolean().default(false),
	/** IANA name. Quiet hours go by the recipient's zone instead. */
	timeZone: TimeZone.default("America/New_York"),
	isAssistantOn: z.boolean().default(true),
	/** Days until voicemail is deleted; 0 keeps it. */
	recordingRetentionDays: wholeNumber(settingLimits.recordingRetentionDays).default(0),
	/** Days until texts are deleted; 0 keeps them. Opt-outs are kept for good. */
	textRetentionDays: wholeNumber(settingLimits.textRetentionDays).default(0),
	auditRetentionDays: wholeNumber(settingLimits.auditRetentionDays).default(730),
	/** Rings when nothing else can be done for a caller; null: the installer's number, or voicemail. */
	fallbackNumber: z
		.string()
		.regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550100.")
		.nullable()
		.default(null),
	numberGraceDays: NumberGraceDays,
	/** ISO codes of countries that may be texted and dialled; never premium-rate numbers. */
	callCountries: z
		.array(z.string().regex(/^[A-Z]{2}$/, "A country's two letters, such as US."))
		.max(250)
		.transform((codes) => [...new Set(codes)].sort())
		.default(["CA", "US"]),
	/** Maximum texts in a clock hour, against a stolen session or key. Campaigns have their own rate. */
	personTextsPerHour: wholeNumber(settingLimits.personTextsPerHour).default(100),
	keyTextsPerHour: wholeNumber(settingLimits.keyTextsPerHour).default(500),
	companyTextsPerHour: wholeNumber(settingLimits.companyTextsPerHour).default(1000),
	assistantTextsPerHour: wholeNumber(settingLimits.assistantTextsPerHour).default(500),
	/** Maximum calls out at the same time; 0 forbids them. */
	callsOutAtOnce: wholeNumber(settingLimits.callsOutAtOnce).default(5),
	callsOutPerHour: wholeNumber(settingLimits.callsOutPerHour).default(60),
	/** Id of the extension for "operator" and "a human"; null: nobody. The API shows its keys. */
	operator: z
		.string()
		.regex(/^ext_\w{1,64}$/)
		.nullable()
		.default(null),
	/** Campaign texts a second by number; one a second for the others. */
	senderRates: z
		.record(z.string().regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +18005550100."), RatePerSecond)
		.default({}),
});
export type Settings = z.infer<typeof Settings>;
export type SettingKey = keyof Settings;

type Fields = typeof Settings.shape;
/** zod fills defaults into absent optional fields, which would reset what an owner did not mention. */
const plainFields = Object.fromEntries(
	Object.entries(Settings.shape).map(([key, schema]) => [key, schema.unwrap()]),
) as { [Key in SettingKey]: ReturnType<Fields[Key]["unwrap"]> };

const form = {
	...plainFields,
	operator: Ext.nullable().meta({
		description:
			'Three keys of whom "operator" and "a human" reach; it keeps that when its keys are changed. Null: nobody.',
	}),
	version: Version,
};

export const WholeSettings = z
	.object({
		...form,
		greetingAudio: GreetingAudio.meta({
			description:
				"The kind of the recording that callers hear in place of the company's name and `greeting`; null: none. It has routes of its own.",
		}),
	})
	.meta({ id: "Settings" });
export type WholeSettings = z.infer<typeof WholeSettings>;

export const UpdateSettings = z
	.strictObject({
		...form,
		greetingAudio: GreetingAudio.meta({ description: "Read-only here; it has routes of its own." }),
	})
	.partial();
export type UpdateSettings = z.infer<typeof UpdateSettings>;

/** Maximum of each that is counted before retention settings are saved. */
export const retentionCountMax = 10_000;

const dated = z
	.int()
	.min(0)
	.max(retentionCountMax)
	.nullable()
	.meta({ description: `Up to ${retentionCountMax}; null where nothing was asked, or nothing is deleted.` });

export const RetentionCount = z
	.object({ voicemails: dated, texts: dated, auditEntries: dated })
	.meta({ id: "RetentionCount" });
export type RetentionCount = z.infer<typeof RetentionCount>;

/** Stored rows override the installer's values, which override the defaults. An invalid value counts as absent. */
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

export const settingsVersionKey = "version";

/** Counts the owner's changes of settings, from 1. */
export function readSettingsVersion(rows: readonly { key: string; value: unknown }[]): number {
	const stored = Version.safeParse(rows.find(({ key }) => key === settingsVersionKey)?.value);
	return stored.success ? stored.data : 1;
}

function isTimeZone(name: string): boolean {
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat("en-US", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

function wholeNumber({ min, max }: { min: number; max: number }) {
	return z.int().min(min).max(max);
}

import * as z from "zod";
import { GreetingAudio } from "../calls/line-greetings.ts";
import { RatePerSecond } from "../campaigns/rate-per-second.ts";
import { Ext } from "../extensions/ext.ts";
import { NumberGraceDays } from "../extensions/number-grace-days.ts";
import { Version } from "../version.ts";
import { settingLengths, settingLimits } from "../words/setting-limits.ts";

/** Offsets such as `+02:00` are refused: they know no summer time. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "A time zone such as America/Los_Angeles.");

/**
 * What an owner can change while the system runs. Stored one row a key in D1 `settings`; a key without a row has the
 * installer's value (Worker vars) or the default given here.
 */
export const Settings = z.object({
	companyName: z.string().trim().min(1).max(settingLengths.companyName).default("Our company"),
	greeting: z.string().trim().max(settingLengths.greeting).default(""),
	hoursText: z.string().trim().max(settingLengths.hoursText).default(""),
	factsText: z.string().trim().max(settingLengths.factsText).default(""),
	/** Wait after the last key of a choice. Twilio loses keys pressed between two Gathers, so it is one wait for all. */
	keyWaitSeconds: wholeNumber(settingLimits.keyWaitSeconds).default(3),
	/** Twilio adds a 5 s buffer to it. */
	ringSeconds: wholeNumber(settingLimits.ringSeconds).default(20),
	/** 120 s is the longest recording that Twilio transcribes. */
	voicemailMaxSeconds: wholeNumber(settingLimits.voicemailMaxSeconds).default(120),
	/** What callers speak on voicemail, ISO 639-1. The carrier writes down English only; the rest is Whisper's. */
	voicemailLanguage: z
		.string()
		.regex(/^[a-z]{2}$/, "A language such as en or es.")
		.default("en"),
	/** After so long without the carrier's transcript, Whisper makes one. */
	transcriptLateSeconds: wholeNumber(settingLimits.transcriptLateSeconds).default(300),
	/** Whether recordings are deleted at the carrier once they are stored here. */
	isCarrierCopyDeleted: z.boolean().default(false),
	/** The company's own; an IANA name. Quiet hours are the recipient's, wherever the company is. */
	timeZone: TimeZone.default("America/New_York"),
	/** Whether the AI receptionist and the AI's answers to texts are on at all. */
	isAssistantOn: z.boolean().default(true),
	/** After this many days voicemail is deleted; 0 keeps it. */
	recordingRetentionDays: wholeNumber(settingLimits.recordingRetentionDays).default(0),
	/** After this many days texts are deleted; 0 keeps them. Who opted out is kept for good. */
	textRetentionDays: wholeNumber(settingLimits.textRetentionDays).default(0),
	auditRetentionDays: wholeNumber(settingLimits.auditRetentionDays).default(730),
	/** Rings when nothing else can be done for a caller; null leaves it to the installer's, or to voicemail. */
	fallbackNumber: z
		.string()
		.regex(/^\+[1-9]\d{6,14}$/, "A number in E.164, such as +14155550100.")
		.nullable()
		.default(null),
	numberGraceDays: NumberGraceDays,
	/** Countries whose numbers are texted and dialled, by ISO code; premium-rate numbers of none of them. */
	callCountries: z
		.array(z.string().regex(/^[A-Z]{2}$/, "A country's two letters, such as US."))
		.max(250)
		.transform((codes) => [...new Set(codes)].sort())
		.default(["CA", "US"]),
	/** Ceilings of texts in a clock hour; campaigns have their own rate. They stop a stolen session or key, and a machine. */
	personTextsPerHour: wholeNumber(settingLimits.personTextsPerHour).default(100),
	keyTextsPerHour: wholeNumber(settingLimits.keyTextsPerHour).default(500),
	/** All people and keys together. */
	companyTextsPerHour: wholeNumber(settingLimits.companyTextsPerHour).default(1000),
	assistantTextsPerHour: wholeNumber(settingLimits.assistantTextsPerHour).default(500),
	/** Calls out that may go on at the same time, of the whole company; 0: nobody calls out. They stop a stolen session or key. */
	callsOutAtOnce: wholeNumber(settingLimits.callsOutAtOnce).default(5),
	/** Calls out of the whole company within sixty minutes. */
	callsOutPerHour: wholeNumber(settingLimits.callsOutPerHour).default(60),
	/**
	 * The extension that "operator" and "a human" reach, by its id, so that it stays the same whatever its keys are; null: nobody in
	 * particular. Borders show and take its three keys.
	 */
	operator: z
		.string()
		.regex(/^ext_\w{1,64}$/)
		.nullable()
		.default(null),
	/** How many texts a second campaigns may send from a number, by number; one a second from the others. */
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

/** What GET answers: every setting. */
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

/** What PUT takes: the whole object that GET gave, or the part of it that changes. Unknown names are refused. */
export const UpdateSettings = z
	.strictObject({
		...form,
		greetingAudio: GreetingAudio.meta({ description: "As GET answers it; it is changed by its own routes." }),
	})
	.partial();
export type UpdateSettings = z.infer<typeof UpdateSettings>;

/** How many of each are counted at most, before the settings that delete them are saved. */
export const retentionCountMax = 10_000;

const dated = z
	.int()
	.min(0)
	.max(retentionCountMax)
	.nullable()
	.meta({ description: `Up to ${retentionCountMax}; null where nothing was asked, or nothing is deleted.` });

/** What is older than these settings keep it. */
export const RetentionCount = z
	.object({ voicemails: dated, texts: dated, auditEntries: dated })
	.meta({ id: "RetentionCount" });
export type RetentionCount = z.infer<typeof RetentionCount>;

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

/** Of its row among the settings, which is none. */
export const settingsVersionKey = "version";

/** How often an owner changed settings, from 1. */
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

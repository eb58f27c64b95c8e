/** Minimum and maximum of each number. Free of zod, for forms. */
export const settingLimits = {
	keyWaitSeconds: { min: 1, max: 10 },
	ringSeconds: { min: 5, max: 60 },
	voicemailMaxSeconds: { min: 10, max: 600 },
	transcriptLateSeconds: { min: 10, max: 86_400 },
	recordingRetentionDays: { min: 0, max: 3650 },
	textRetentionDays: { min: 0, max: 3650 },
	/** At least a year: the database refuses to delete younger entries. */
	auditRetentionDays: { min: 365, max: 3650 },
	numberGraceDays: { min: 0, max: 365 },
	personTextsPerHour: { min: 1, max: 100_000 },
	keyTextsPerHour: { min: 1, max: 100_000 },
	companyTextsPerHour: { min: 1, max: 100_000 },
	assistantTextsPerHour: { min: 1, max: 100_000 },
	callsOutAtOnce: { min: 0, max: 1000 },
	callsOutPerHour: { min: 0, max: 10_000 },
} as const;

export const settingLengths = { companyName: 100, greeting: 500, hoursText: 1000, factsText: 8000 } as const;

/** Texts a second. No number sends more than the maximum; less than the minimum blocks the number. */
export const ratePerSecondLimits = { min: 0.02, max: 10 } as const;

/** Texts a second when the owner chose no rate: safe for a toll-free number. */
export const ratePerSecondDefault = 1;

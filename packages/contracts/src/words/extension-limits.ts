/** Characters of an extension's `purpose`. Free of zod, so that forms know it as well. */
export const purposeLength = 300;

/** Telephones of a person, `forwardTo` included. */
export const phonesMax = 5;

/** Legs of one `<Dial>` (twilio.com/docs/voice/twiml/dial: ten nouns). */
export const legsMax = 10;

/** Members of a group. Those of a group that rings together have `legsMax` telephones between them at most. */
export const membersMax = 20;

/** Groups that one person is in: a socket of live news keeps their ids, and has 2,048 bytes. */
export const groupsOfPersonMax = 20;

/** Seconds that an extension rings. */
export const ringSecondsLimits = { min: 5, max: 120 };

/** Characters of what callers hear before they leave a message. */
export const voicemailGreetingLength = 600;

/** A recorded greeting: MP3 or WAV. A minute of speech as 16-bit WAV of 16,000 samples a second has 1.92 MB. */
export const greetingLimits = { bytes: 2_000_000, seconds: 60 };

/** Digits of the PIN with which a greeting is recorded by telephone. */
export const greetingPinLimits = { min: 4, max: 8 };

export const audioTypes = ["mp3", "wav"] as const;
export type AudioType = (typeof audioTypes)[number];

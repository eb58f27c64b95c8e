export const purposeLength = 300;

export const phonesMax = 5;

/** Maximum legs of one `<Dial>` (twilio.com/docs/voice/twiml/dial: ten nouns). */
export const legsMax = 10;

/** Maximum members of a group. Members that ring together share `legsMax` telephones. */
export const membersMax = 20;

/** Maximum groups of a person: a socket of live news keeps their ids in 2,048 bytes. */
export const groupsOfPersonMax = 20;

export const ringSecondsLimits = { min: 5, max: 120 };

export const voicemailGreetingLength = 600;

/** A minute of speech as 16-bit WAV of 16,000 samples a second has 1.92 MB. */
export const greetingLimits = { bytes: 2_000_000, seconds: 60 };

export const greetingPinLimits = { min: 4, max: 8 };

export const audioTypes = ["mp3", "wav"] as const;
export type AudioType = (typeof audioTypes)[number];

import { explainAddress } from "@cloudpbx/domain/public-address";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";

/** The owner's decisions about an installation; no secrets. */
export interface Answers {
	prefix: string;
	accountId: string;
	/** `https://phones.acme.co`; empty: `workers.dev`. */
	baseUrl: string;
	location: string;
	twilioAccountSid: string;
	tollFreeNumber: string;
	companyName: string;
	companyGreeting: string;
	aiModel: string;
	numberCountry: string;
	/** Cloudflare Access as single sign-on; empty: passwords. */
	accessTeamDomain: string;
	accessAud: string;
	noticeEmailFrom: string;
}

export interface Question {
	variable: string;
	flag: string;
	words: string;
	/** Null: there is no default. */
	preset: string | null;
	isAsked: boolean;
	/** Why an answer is refused; null: it is valid. */
	objection: (value: string) => string | null;
}

export const locations = ["wnam", "enam", "weur", "eeur", "apac", "oc"];

/** In the order in which they are asked. */
export const questions: Record<keyof Answers, Question> = {
	prefix: {
		variable: "CLOUDPBX_PREFIX",
		flag: "prefix",
		words: "A word for this installation: it stands before all names at Cloudflare",
		preset: "cloudpbx",
		isAsked: false,
		objection: (value) =>
			/^[a-z][a-z0-9-]{1,29}[a-z0-9]$/.test(value)
				? null
				: "The prefix has 3 to 31 small letters, digits and hyphens, and begins with a letter.",
	},
	accountId: {
		variable: "CLOUDFLARE_ACCOUNT_ID",
		flag: "account-id",
		words: "Cloudflare account",
		preset: "",
		isAsked: false,
		objection: (value) =>
			value === "" || /^[0-9a-f]{32}$/.test(value)
				? null
				: "A Cloudflare account id has 32 hexadecimal digits.",
	},
	twilioAccountSid: {
		variable: "TWILIO_ACCOUNT_SID",
		flag: "twilio-account-sid",
		words: "Twilio account SID (console.twilio.com, Account Info)",
		preset: null,
		isAsked: true,
		objection: (value) =>
			/^AC[0-9a-f]{32}$/i.test(value) ? null : "TWILIO_ACCOUNT_SID is AC and 32 hexadecimal digits.",
	},
	tollFreeNumber: {
		variable: "TWILIO_TOLL_FREE_NUMBER",
		flag: "twilio-toll-free-number",
		words: "The company's main number at Twilio, such as +18005550100 (empty: none yet)",
		preset: "",
		isAsked: true,
		objection: (value) =>
			value === "" || /^\+1[2-9]\d{9}$/.test(value)
				? null
				: "TWILIO_TOLL_FREE_NUMBER is written as +1 and ten digits, such as +18005550100.",
	},
	baseUrl: {
		variable: "BASE_URL",
		flag: "base-url",
		words: "Your own address for it, such as https://phones.acme.co (recommended; empty: workers.dev)",
		preset: "",
		isAsked: true,
		objection: (value) =>
			value === ""
				? null
				: value.startsWith("http:")
					? "BASE_URL must begin with https://."
					: explainAddress("BASE_URL", value),
	},
	companyName: {
		variable: "COMPANY_NAME",
		flag: "company-name",
		words: "The company's name, as callers hear it",
		preset: "Our company",
		isAsked: true,
		objection: (value) =>
			value.trim() !== "" && value.length <= 100 ? null : "COMPANY_NAME has 1 to 100 characters.",
	},
	companyGreeting: {
		variable: "COMPANY_GREETING",
		flag: "company-greeting",
		words: "A sentence that callers hear after it (may be empty)",
		preset: "",
		isAsked: true,
		objection: (value) => (value.length <= 500 ? null : "COMPANY_GREETING has 500 characters at most."),
	},
	aiModel: {
		variable: "AI_MODEL",
		flag: "ai-model",
		words: "The model of the receptionist and the assistant (empty: the recommended one)",
		preset: "",
		isAsked: false,
		objection: (value) =>
			value === "" || value.startsWith("@cf/") ? null : "AI_MODEL is a Workers AI model, such as @cf/….",
	},
	numberCountry: {
		variable: "NUMBER_COUNTRY",
		flag: "number-country",
		words: "Where numbers are rented",
		preset: "US",
		isAsked: false,
		objection: (value) => (/^(US|CA)$/.test(value) ? null : "NUMBER_COUNTRY is US or CA."),
	},
	accessTeamDomain: {
		variable: "ACCESS_TEAM_DOMAIN",
		flag: "access-team-domain",
		words: "Cloudflare Access: the team's domain",
		preset: "",
		isAsked: false,
		objection: (value) =>
			value === "" || /^[a-z0-9-]+\.cloudflareaccess\.com$/.test(value)
				? null
				: "ACCESS_TEAM_DOMAIN is a host such as acme.cloudflareaccess.com.",
	},
	accessAud: {
		variable: "ACCESS_AUD",
		flag: "access-aud",
		words: "Cloudflare Access: the application's audience tag",
		preset: "",
		isAsked: false,
		objection: (value) =>
			value === "" || /^[0-9a-f]{64}$/.test(value) ? null : "ACCESS_AUD has 64 hexadecimal digits.",
	},
	noticeEmailFrom: {
		variable: "NOTICE_EMAIL_FROM",
		flag: "notice-email-from",
		words:
			"The sender of notices by e-mail, at a domain set up in Cloudflare's Email Service (empty: no e-mail)",
		preset: "",
		isAsked: false,
		objection: (value) =>
			value === "" || /^[^\s@<>",;]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value)
				? null
				: "NOTICE_EMAIL_FROM is one address, such as phone@acme.co.",
	},
	location: {
		variable: "CLOUDPBX_LOCATION",
		flag: "location",
		words: "Where the database is kept: near the company",
		preset: "wnam",
		isAsked: true,
		objection: (value) =>
			locations.includes(value) ? null : `The location is one of ${locations.join(", ")}.`,
	},
};

export const answerNames = Object.keys(questions) as (keyof Answers)[];

/** Flags win over the environment, stored answers, presets. `missing` has no answer yet. */
export function readAnswers(
	flags: Record<string, string | undefined>,
	environment: Record<string, string | undefined>,
	kept: Partial<Answers>,
): { answers: Answers; given: Set<keyof Answers>; missing: (keyof Answers)[] } {
	const given = new Set<keyof Answers>();
	const missing: (keyof Answers)[] = [];
	const entries = answerNames.map((name) => {
		const { flag, variable, preset } = questions[name];
		const value = flags[flag] ?? environment[variable];
		if (value !== undefined) given.add(name);
		const answer = value?.trim() ?? kept[name] ?? preset;
		if (answer === null) missing.push(name);
		return [name, name === "baseUrl" ? trimEndSlashes(answer ?? "") : (answer ?? "")];
	});
	return { answers: Object.fromEntries(entries) as Answers, given, missing };
}

/** Returns the first invalid answer's objection; `missing` ones are skipped. */
export function findObjection(answers: Answers, missing: readonly (keyof Answers)[] = []): string | null {
	for (const name of answerNames) {
		if (missing.includes(name)) continue;
		const objection = questions[name].objection(answers[name]);
		if (objection) return objection;
	}
	return null;
}

/** Fields of one log line. Never a message body, a transcript or a secret. Numbers are masked as a safety net. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON line per event, so that Workers Logs can be searched by field. */
export const log = {
	info: (event: string, fields: LogFields = {}) => write("info", event, fields),
	warn: (event: string, fields: LogFields = {}) => write("warn", event, fields),
	error: (event: string, fields: LogFields = {}) => write("error", event, fields),
};

function write(level: "info" | "warn" | "error", event: string, fields: LogFields): void {
	const masked = Object.entries(fields).map(([key, value]) => [
		key,
		typeof value === "string" ? maskDigits(value) : value,
	]);
	console[level](JSON.stringify({ event, ...Object.fromEntries(masked) }));
}

const requestIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Masks runs of seven or more digits, also as `%2B1415…`. Hexadecimal carrier ids stay readable. */
function maskDigits(text: string): string {
	if (requestIdPattern.test(text)) return text;
	return text.replace(
		/(?:\+|%2B|(?<![0-9a-z]))\d{7,15}(?![0-9a-z])/gi,
		(digits) => `${digits.slice(0, 2)}…${digits.slice(-2)}`,
	);
}

/** Leaves out Drizzle's message, which has the SQL and every parameter; its cause has none. */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return "unknown error";
	if (error.cause instanceof Error) return `${error.name}: ${error.cause.message}`.slice(0, 300);
	if (/^Failed query/.test(error.message)) return `${error.name}: query failed`;
	return `${error.name}: ${error.message}`.slice(0, 300);
}

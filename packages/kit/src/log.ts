/** Fields of one log line. Never a message body, a transcript or a secret; numbers are masked here as a net. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** One JSON line a happening, so that Workers Logs can be searched by field. */
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

/** A part of it may be digits only. */
const requestIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Any run of seven or more digits may be somebody's number, in a path's spelling (`%2B1415…`) as well. Carrier ids are
 * hexadecimal and stay readable.
 */
function maskDigits(text: string): string {
	if (requestIdPattern.test(text)) return text;
	return text.replace(
		/(?:\+|%2B|(?<![0-9a-z]))\d{7,15}(?![0-9a-z])/gi,
		(digits) => `${digits.slice(0, 2)}…${digits.slice(-2)}`,
	);
}

/**
 * The error's cause in words that are safe to keep: Drizzle puts the SQL and every parameter (numbers, message
 * bodies) into its message and the database's own words into `cause`.
 */
export function describeError(error: unknown): string {
	if (!(error instanceof Error)) return "unknown error";
	if (error.cause instanceof Error) return `${error.name}: ${error.cause.message}`.slice(0, 300);
	if (/^Failed query/.test(error.message)) return `${error.name}: query failed`;
	return `${error.name}: ${error.message}`.slice(0, 300);
}

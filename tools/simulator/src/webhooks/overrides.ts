/** https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
export interface ConnectionOverrides {
	readTimeoutMilliseconds: number;
	totalTimeoutMilliseconds: number;
	retryCount: number;
	retryOn: ReadonlySet<string>;
}

const ceilingMilliseconds = 15_000;

/** Reads `#rc=2&rp=all` from a URL. A value out of range becomes the default. */
export function readOverrides(url: string): ConnectionOverrides {
	const values = new URLSearchParams(url.split("#")[1] ?? "");
	const number = (key: string, min: number, max: number, fallback: number) => {
		const value = Number(values.get(key) ?? Number.NaN);
		return value >= min && value <= max ? value : fallback;
	};
	return {
		readTimeoutMilliseconds: number("rt", 100, ceilingMilliseconds, ceilingMilliseconds),
		totalTimeoutMilliseconds: number("tt", 100, ceilingMilliseconds, ceilingMilliseconds),
		retryCount: number("rc", 0, 5, 1),
		retryOn: new Set((values.get("rp") ?? "ct").split(",")),
	};
}

export function isRetried(overrides: ConnectionOverrides, failure: "ct" | "rt" | "4xx" | "5xx"): boolean {
	return overrides.retryOn.has("all") || overrides.retryOn.has(failure);
}

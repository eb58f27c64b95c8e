import type { Context } from "hono";
import type { HttpMethod } from "../webhooks/request.ts";
import { RestError } from "./rest-error.ts";

export async function readForm(context: Context): Promise<URLSearchParams> {
	return new URLSearchParams(await context.req.text());
}

export function readMethod(form: URLSearchParams, name: string): HttpMethod {
	const value = form.get(name)?.toUpperCase() || "POST";
	if (value !== "GET" && value !== "POST") throw new RestError(400, 21403, `${name} is not valid: ${value}`);
	return value;
}

/** An absolute address or an empty text. Host names with an underscore are refused. */
export function readUrl(form: URLSearchParams, name: string, errorCode = 21402): string {
	const value = form.get(name)?.trim() ?? "";
	if (!value) return "";
	const isUsable =
		/^https?:\/\//i.test(value) && URL.canParse(value) && !new URL(value).hostname.includes("_");
	if (!isUsable) throw new RestError(400, errorCode, `${name} is not a valid URL: ${value}`);
	return value;
}

import type { Problem } from "@cloudpbx/contracts/api/problem";
import { Problem as ProblemSchema } from "@cloudpbx/contracts/api/problem";
import { createRoute, OpenAPIHono, type RouteConfig } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { Alongside } from "./access/alongside.ts";
import { type Access, guard, scopeOf } from "./access/guard.ts";
import type { ApiEnv } from "./env.ts";
import { RefusalError } from "./refusal-error.ts";

/** Routes with files allow more. */
const bodyBytesMaxDefault = 1_000_000;

interface GuardedOptions {
	bodyBytesMax?: number;
	alongside?: Alongside | null;
}

/** Invalid input is answered with the fields at fault. */
export function createApi() {
	return new OpenAPIHono<ApiEnv>({
		defaultHook: (result) => {
			if (!result.success) throw invalid(result.target, result.error);
		},
	});
}

export function guardedRoute<
	const Path extends string,
	const Route extends Omit<RouteConfig, "path"> & { path: Path },
>(
	access: Access,
	route: Route,
	{ bodyBytesMax = bodyBytesMaxDefault, alongside = null }: GuardedOptions = {},
) {
	return createRoute({
		...route,
		"x-required-scope": scopeOf(access),
		"x-access": access,
		security: eitherCredential,
		middleware: [guard(access, alongside), limitBody(bodyBytesMax)] as const,
		responses: {
			...route.responses,
			401: problemAnswer("No valid credentials."),
			403: problemAnswer("The scope or role is missing."),
			...otherProblems,
		},
	});
}

/** A route whose caller cannot have credentials yet. */
export function publicRoute<
	const Path extends string,
	const Route extends Omit<RouteConfig, "path"> & { path: Path },
>(route: Route) {
	return createRoute({
		...route,
		"x-access": "public",
		security: noCredential,
		middleware: limitBody(bodyBytesMaxDefault),
		responses: { ...route.responses, ...otherProblems },
	});
}

export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
	return { description, content: { "application/json": { schema } } };
}

/** Unknown fields are refused. Other fields of `shown` (the answer of GET) are accepted and ignored. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, shown?: z.ZodObject) {
	return { required: true, content: { "application/json": { schema: refuseUnknown(schema, shown) } } };
}

function refuseUnknown<Schema extends z.ZodType>(schema: Schema, shown?: z.ZodObject): Schema {
	if (!(schema instanceof z.ZodObject)) return schema;
	const readOnly = Object.keys(shown?.shape ?? {}).filter((name) => !Object.hasOwn(schema.shape, name));
	if (readOnly.length === 0) return schema.strict() as unknown as Schema;
	const whole = schema.safeExtend(Object.fromEntries(readOnly.map((name) => [name, asShown]))).strict();
	const leaveOut = (body: object) =>
		Object.fromEntries(Object.entries(body).filter(([name]) => !readOnly.includes(name)));
	return whole.transform(leaveOut) as unknown as Schema;
}

const asShown = z.unknown().optional().meta({ readOnly: true, description: "As GET answers it." });

function limitBody(bytesMax: number) {
	return bodyLimit({
		maxSize: bytesMax,
		onError: () => {
			const message = `The body is larger than ${bytesMax / 1_000_000} MB.`;
			throw new RefusalError({ code: "limit_exceeded", message }, { status: 413 });
		},
	});
}

function problemAnswer(description: string) {
	return { description, content: { "application/problem+json": { schema: ProblemSchema } } };
}

const eitherCredential: Record<string, string[]>[] = [{ apiKey: [] }, { session: [] }];
const noCredential: Record<string, string[]>[] = [];

const otherProblems = {
	"4XX": problemAnswer("Refused; `code` and `detail` say why, `errors` which fields."),
	"5XX": problemAnswer("Something failed on our side or at the carrier."),
};

const places = {
	json: "body",
	form: "body",
	query: "query",
	param: "path",
	header: "header",
	cookie: "header",
} as const;

export function invalid(target: keyof typeof places, error: z.core.$ZodError): RefusalError {
	const errors: NonNullable<Problem["errors"]> = error.issues.flatMap((issue) =>
		fieldsOf(issue).map((field) => ({ in: places[target], field, message: messageOf(issue) })),
	);
	const [first] = errors;
	const message = first ? `${first.field || first.in}: ${first.message}` : "The request does not fit.";
	return new RefusalError({ code: "bad_input", message }, { errors: errors.slice(0, 50) });
}

function fieldsOf(issue: z.core.$ZodIssue): string[] {
	if (issue.code !== "unrecognized_keys") return [issue.path.join(".")];
	return issue.keys.map((key) => [...issue.path, key].join("."));
}

function messageOf(issue: z.core.$ZodIssue): string {
	return issue.code === "unrecognized_keys" ? "There is no such field." : issue.message;
}

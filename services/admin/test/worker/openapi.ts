import type { Access } from "../../src/access/guard.ts";
import { callApi, expectJson } from "./api.ts";

export interface JsonSchema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	const?: unknown;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	allOf?: JsonSchema[];
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
	format?: string;
	default?: unknown;
}

type Content = Record<string, { schema?: JsonSchema }>;

export interface Operation {
	method: string;
	path: string;
	access: Access | "public";
	parameters: { name: string; in: "query" | "path"; required?: boolean; schema: JsonSchema }[];
	body: JsonSchema | null;
	bodyType: string;
	responses: Record<string, { content?: Content }>;
}

export interface ApiDescription {
	operations: Operation[];
	schemas: Record<string, JsonSchema>;
}

interface Document {
	openapi: string;
	paths: Record<string, Record<string, Record<string, unknown>>>;
	components: { schemas: Record<string, JsonSchema> };
}

/** Lists the operations of the OpenAPI document, once for each type of body. */
export async function loadDescription(): Promise<ApiDescription> {
	const document = await expectJson<Document>(await callApi("/api/openapi.json"), 200);
	const operations = Object.entries(document.paths).flatMap(([path, item]) =>
		Object.entries(item).flatMap(([method, operation]): Operation[] => {
			const body = operation.requestBody as { content: Content } | undefined;
			const contents: [string, Content[string] | null][] = body
				? Object.entries(body.content)
				: [["application/json", null]];
			const parameters = (operation.parameters ?? []) as Operation["parameters"];
			return contents.map(([bodyType, sent]) => ({
				method: method.toUpperCase(),
				path,
				access: operation["x-access"] as Access | "public",
				parameters:
					contents.length > 1 && bodyType === "application/json"
						? parameters.filter((parameter) => parameter.in !== "query")
						: parameters,
				body: sent?.schema ?? null,
				bodyType,
				responses: operation.responses as Operation["responses"],
			}));
		}),
	);
	return { operations, schemas: document.components.schemas };
}

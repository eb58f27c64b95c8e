export interface ReferenceDocument {
	info: { title: string; description?: string };
	paths?: Record<string, unknown>;
	components?: { schemas?: Record<string, unknown> };
}

interface Operation {
	tags?: string[];
	summary?: string;
	description?: string;
	parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
	requestBody?: { content: Record<string, { schema?: Schema }> };
	responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>;
	"x-access"?: string;
}

interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	items?: Schema;
	anyOf?: Schema[];
	oneOf?: Schema[];
	properties?: Record<string, Schema>;
	required?: string[];
	description?: string;
	format?: string;
}

interface Entry {
	method: string;
	path: string;
	operation: Operation;
}

const methods = ["get", "post", "put", "delete"] as const;

/** Renders the API as one page without scripts or external resources. */
export function renderReference(document: ReferenceDocument): string {
	const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
	const groups = Map.groupBy(listOperations(document), ({ operation }) => operation.tags?.[0] ?? "Other");
	const sections = [...groups].map(
		([tag, entries]) =>
			`<section id="${slug(tag)}"><h2>${escapeHtml(tag)}</h2>${entries.map((entry) => renderEntry(entry, schemas)).join("")}</section>`,
	);
	const links = [...groups.keys()].map((tag) => `<a href="#${slug(tag)}">${escapeHtml(tag)}</a>`);
	const title = escapeHtml(`${document.info.title} API`);
	return [
		'<!doctype html><html lang="en"><head><meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${title}</title><link rel="stylesheet" href="/api/docs/style.css"></head><body><main>`,
		`<h1>${title}</h1><p>${renderText(document.info.description)}</p>`,
		'<p>For programs: <a href="/api/openapi.json">openapi.json</a>.</p>',
		`<nav>${links.join("")}</nav>${sections.join("")}</main></body></html>`,
	].join("\n");
}

function listOperations({ paths = {} }: ReferenceDocument): Entry[] {
	return Object.entries(paths).flatMap(([path, item]) =>
		methods.flatMap((method) => {
			const operation = (item as Partial<Record<string, Operation>>)[method];
			return operation ? [{ method, path, operation }] : [];
		}),
	);
}

function renderEntry({ method, path, operation }: Entry, schemas: Record<string, Schema>): string {
	const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
	return [
		`<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code>`,
		`<span>${escapeHtml(operation.summary ?? "")}</span></summary>`,
		`<p>${renderText(operation.description)} ${renderAccess(operation["x-access"])}</p>`,
		renderFields("Parameters", (operation.parameters ?? []).map(parameterField)),
		renderFields("Body", body ? schemaFields(body, schemas) : []),
		...Object.entries(operation.responses).map(([status, response]) => {
			const schema = Object.entries(response.content ?? {})[0]?.[1].schema;
			const isOwn = /^[123]\d\d$/.test(status);
			return `<h3><code>${status}</code> ${renderText(response.description)}</h3>${isOwn && schema ? renderFields("", schemaFields(schema, schemas)) : ""}`;
		}),
		"</details>",
	].join("");
}

function renderAccess(access = "public"): string {
	if (access === "public") return "Needs no credentials.";
	if (access === "anyone") return "Needs any valid credentials.";
	if (access === "person") return "For people who are signed in.";
	if (access === "owner") return "For owners.";
	return `Needs the scope <code>${escapeHtml(access)}</code>.`;
}

interface Field {
	name: string;
	type: string;
	note: string;
}

function parameterField({
	name,
	in: place,
	required,
	description,
	schema,
}: NonNullable<Operation["parameters"]>[number]): Field {
	const words = [place, required ? "required" : "", description ?? ""];
	return { name, type: nameType(schema ?? {}), note: words.filter(Boolean).join(", ") };
}

function schemaFields(schema: Schema, schemas: Record<string, Schema>): Field[] {
	const target = resolve(schema, schemas);
	if (!target.properties) return [{ name: "", type: nameType(target), note: target.description ?? "" }];
	return Object.entries(target.properties).map(([name, property]) => ({
		name,
		type: nameType(property),
		note: [target.required?.includes(name) ? "" : "optional", property.description ?? ""]
			.filter(Boolean)
			.join(", "),
	}));
}

function renderFields(title: string, fields: readonly Field[]): string {
	if (fields.length === 0) return "";
	const rows = fields.map(
		({ name, type, note }) =>
			`<tr><td><code>${escapeHtml(name)}</code></td><td>${escapeHtml(type)}</td><td>${renderText(note)}</td></tr>`,
	);
	return `${title && `<h3>${title}</h3>`}<table>${rows.join("")}</table>`;
}

function nameType(schema: Schema): string {
	if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return choices.map(nameType).join(" | ");
	if (schema.items) return `${nameType(schema.items)}[]`;
	return [schema.type].flat().join(" | ") + (schema.format ? ` (${schema.format})` : "");
}

function resolve(schema: Schema, schemas: Record<string, Schema>): Schema {
	const name = schema.$ref?.split("/").at(-1);
	return (name !== undefined && schemas[name]) || schema;
}

function renderText(text = ""): string {
	return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function slug(text: string): string {
	return text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function escapeHtml(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

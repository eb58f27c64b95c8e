import { join, relative } from "node:path";
import type { Answers } from "../answers.ts";
import type { Facts } from "../deployment.ts";
import { nameOf } from "./name-of.ts";
import type { Service, ServiceConfig } from "./read-services.ts";

export interface Installation {
	answers: Omit<Answers, "accountId" | "baseUrl" | "location" | "tollFreeNumber" | "twilioAccountSid">;
	facts: Pick<Facts, "addresses" | "zoneName" | "databaseId" | "namespaceIds" | "fallbackUrl">;
}

export function generateConfig(service: Service, installation: Installation, folder: string): object {
	const { config } = service;
	const { answers, facts } = installation;
	const rename = (name: string) => nameOf(answers.prefix, name);
	const fromHere = (path: string) => relative(folder, join(service.folder, path)).replaceAll("\\", "/");
	const { $schema: _schema, ...rest } = config as ServiceConfig & { $schema?: string };
	return {
		...rest,
		name: rename(config.name),
		main: fromHere(config.main),
		...(config.assets && { assets: { ...config.assets, directory: fromHere(config.assets.directory) } }),
		...(config.d1_databases && {
			d1_databases: config.d1_databases.map((database) => ({
				...database,
				database_name: rename(database.database_name),
				database_id: facts.databaseId,
				migrations_dir: fromHere(database.migrations_dir),
			})),
		}),
		...(config.services && {
			services: config.services.map((binding) => ({ ...binding, service: rename(binding.service) })),
		}),
		...(config.r2_buckets && {
			r2_buckets: config.r2_buckets.map((bucket) => ({ ...bucket, bucket_name: rename(bucket.bucket_name) })),
		}),
		...(config.kv_namespaces && {
			kv_namespaces: config.kv_namespaces.map((space) => ({
				...space,
				id: facts.namespaceIds[space.binding],
			})),
		}),
		...(config.queues && {
			queues: {
				producers: config.queues.producers?.map((producer) => ({
					...producer,
					queue: rename(producer.queue),
				})),
				consumers: config.queues.consumers?.map((consumer) => ({
					...consumer,
					queue: rename(consumer.queue),
					...(consumer.dead_letter_queue && { dead_letter_queue: rename(consumer.dead_letter_queue) }),
				})),
			},
		}),
		...(config.workflows && {
			workflows: config.workflows.map((workflow) => ({ ...workflow, name: rename(workflow.name) })),
		}),
		...(service.role === "messaging" &&
			answers.noticeEmailFrom && {
				send_email: [{ name: "EMAIL", allowed_sender_addresses: [answers.noticeEmailFrom] }],
			}),
		...(config.vars && { vars: fillIn(config.vars, valuesOf(service.role, installation)) }),
		...addressesOf(service, facts),
		preview_urls: false,
	};
}

function fillIn(declared: Record<string, string | number>, values: Record<string, string>) {
	return Object.fromEntries(Object.entries(declared).map(([name, value]) => [name, values[name] || value]));
}

function valuesOf(role: string, { answers, facts }: Installation) {
	const { addresses, fallbackUrl } = facts;
	return {
		PUBLIC_URL: role === "messaging" ? addresses.messaging : addresses.voice,
		VOICE_URL: addresses.voice,
		MESSAGING_URL: addresses.messaging,
		DASHBOARD_URL: addresses.admin,
		NOTICE_EMAIL_FROM: answers.noticeEmailFrom,
		VOICE_FALLBACK_URL: fallbackUrl,
		COMPANY_NAME: answers.companyName,
		COMPANY_GREETING: answers.companyGreeting,
		AI_MODEL: answers.aiModel,
		NUMBER_COUNTRY: answers.numberCountry,
		ACCESS_TEAM_DOMAIN: answers.accessTeamDomain,
		ACCESS_AUD: answers.accessAud,
	};
}

/** Paths of the Workers on a domain; the rest of the host is the dashboard's and the API's. */
const routedPaths: Record<string, string> = { voice: "/ivr/*", messaging: "/sms/*" };

export function isPublic(role: string): boolean {
	return role === "admin" || routedPaths[role] !== undefined;
}

function addressesOf({ role }: Service, { addresses, zoneName }: Installation["facts"]) {
	const path = routedPaths[role];
	if (!isPublic(role)) return { workers_dev: false };
	if (zoneName === null) return { workers_dev: true };
	const { host } = new URL(addresses.admin);
	const route = path
		? { pattern: `${host}${path}`, zone_name: zoneName }
		: { pattern: host, custom_domain: true };
	return { workers_dev: false, routes: [route] };
}

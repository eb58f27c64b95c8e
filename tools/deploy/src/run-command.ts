import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { buildMesh } from "@cloudpbx/local/build-mesh";
import { repositoryRoot } from "@cloudpbx/local/repository-root";
import { explainAuthToken } from "@cloudpbx/twilio/auth-token";
import { type Answers, answerNames, findObjection, questions, readAnswers } from "./answers.ts";
import { type Cloudflare, openCloudflare } from "./cloudflare.ts";
import { hashFolders } from "./configs/hash-folders.ts";
import type { Console } from "./console.ts";
import type { Deployment } from "./deployment.ts";
import { describeFlags } from "./describe-flags.ts";
import { type Memory, openMemory } from "./installation-file.ts";
import type { Keyboard } from "./keyboard.ts";
import { printPlan } from "./plan/print-plan.ts";
import { runPlan } from "./plan/run-plan.ts";
import { Obstacle, type Step } from "./plan/step.ts";
import { planDeploy, planDestroy, planMigration, planSetup } from "./plans.ts";
import type { CommandLine } from "./read-command-line.ts";
import { openWrangler, readOutput, type Wrangler } from "./wrangler.ts";

export interface Surroundings {
	environment: Record<string, string | undefined>;
	console: Console;
	keyboard: Keyboard;
	wrangler?: Wrangler;
	build?: () => Promise<void>;
	sleep?: (milliseconds: number) => Promise<void>;
	hashFolders?: (folders: readonly string[]) => string;
}

export async function runCommand(commandLine: CommandLine, surroundings: Surroundings): Promise<void> {
	const { environment, console, keyboard } = surroundings;
	if (commandLine.isHelp) return console.say(describeFlags());
	const prefix = commandLine.flags.prefix ?? environment.CLOUDPBX_PREFIX ?? questions.prefix.preset ?? "";
	refuse(questions.prefix.objection(prefix));
	const folder = join(environment.CLOUDPBX_INSTALLATIONS || join(repositoryRoot, ".installations"), prefix);
	const memory = openMemory(join(folder, "installation.json"));
	const answers = await settleAnswers(commandLine, surroundings, memory);
	const deployment = await openDeployment(commandLine, surroundings, { answers, memory, folder });
	const { title, steps } = choosePlan(commandLine, deployment);
	if (commandLine.isDryRun) return console.say(printPlan(title, steps));

	if (commandLine.command === "destroy") await confirmDestruction(commandLine, keyboard, prefix);
	else memory.change({ answers });
	try {
		const changed = await runPlan(steps, console);
		deployment.closing.push(closingWords(commandLine, deployment, changed));
	} finally {
		// After a failure too: it may tell how to take the database back.
		for (const line of deployment.closing) console.say(line);
	}
	if (commandLine.command === "destroy") rmSync(folder, { recursive: true, force: true });
}

function choosePlan(
	{ command, releasesNumbers }: CommandLine,
	deployment: Deployment,
): { title: string; steps: Step[] } {
	const { prefix } = deployment.answers;
	switch (command) {
		case "setup":
			return { title: `Setting up the installation "${prefix}":`, steps: planSetup(deployment) };
		case "deploy":
			return { title: `Deploying the installation "${prefix}":`, steps: planDeploy(deployment) };
		case "db:migrate:remote":
			return { title: `Migrating the database of "${prefix}":`, steps: planMigration(deployment) };
		case "destroy":
			return {
				title: `Destroying the installation "${prefix}", its database and its recordings included:`,
				steps: planDestroy(deployment, { releasesNumbers }),
			};
	}
}

/** Flags, stored answers, then questions; a dry run asks nothing. */
async function settleAnswers(
	{ isDryRun, command, flags }: CommandLine,
	{ environment, keyboard }: Surroundings,
	memory: Memory,
): Promise<Answers> {
	const kept = memory.read().answers;
	const { answers, given, missing } = readAnswers(flags, environment, kept);
	refuse(findObjection(answers, missing));
	if (isDryRun || command === "db:migrate:remote") return answers;
	const isNew = Object.keys(kept).length === 0;
	for (const name of answerNames) {
		const question = questions[name];
		const isOpen =
			missing.includes(name) || (isNew && command !== "destroy" && question.isAsked && !given.has(name));
		if (!isOpen) continue;
		if (keyboard.isThere) answers[name] = await keyboard.ask(name, question, answers[name]);
		else if (missing.includes(name)) {
			throw new Obstacle(
				`${question.variable} is missing.`,
				`Set it in the environment, or give --${question.flag}.`,
			);
		}
	}
	refuse(findObjection(answers));
	return { ...answers, baseUrl: trimEndSlashes(answers.baseUrl) };
}

async function openDeployment(
	{ isDryRun, mayRepoint, command }: CommandLine,
	{ environment, console, keyboard, wrangler = openWrangler(), ...replaced }: Surroundings,
	{ answers, memory, folder }: { answers: Answers; memory: Memory; folder: string },
): Promise<Deployment> {
	const isTwilioAsked = !isDryRun && command !== "db:migrate:remote";
	return {
		answers,
		memory,
		folder,
		console,
		wrangler,
		cloudflare: openApi(wrangler),
		twilio: {
			apiUrl: environment.TWILIO_API_URL || "https://api.twilio.com",
			accountSid: answers.twilioAccountSid,
			authToken: isTwilioAsked ? await readToken(environment, keyboard) : "",
		},
		build: replaced.build ?? (() => buildMesh(new AbortController().signal, "@cloudpbx/dashboard")),
		mayRepoint: async (words) =>
			mayRepoint || (keyboard.isThere && (await keyboard.confirm(`${words} Go on?`))),
		makeSecret: () => randomBytes(32).toString("hex"),
		hashFolders: replaced.hashFolders ?? hashFolders,
		sleep: replaced.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
		facts: {},
		closing: [],
	};
}

function openApi(wrangler: Wrangler): Cloudflare {
	return openCloudflare(async () => {
		const { token } = readOutput<{ token?: string }>(await wrangler(["auth", "token", "--json"]));
		if (token) return token;
		throw new Obstacle(
			"wrangler has no token.",
			"Sign in with `npm run wrangler -- login`, or set CLOUDFLARE_API_TOKEN.",
		);
	});
}

async function readToken(environment: Surroundings["environment"], keyboard: Keyboard): Promise<string> {
	const token = environment.TWILIO_AUTH_TOKEN?.trim();
	if (token) {
		const fault = explainAuthToken(token);
		if (fault !== null) throw new Obstacle(fault, "Copy it from console.twilio.com, Account Info.");
		return token;
	}
	if (keyboard.isThere) return keyboard.askSecret("Twilio auth token (console.twilio.com, Account Info)");
	throw new Obstacle("TWILIO_AUTH_TOKEN is missing.", "Set it in the environment.");
}

async function confirmDestruction(
	{ confirmed, releasesNumbers }: CommandLine,
	keyboard: Keyboard,
	prefix: string,
): Promise<void> {
	const numbers = releasesNumbers
		? "Its numbers are given back for good."
		: "Its numbers stay yours and are paid for.";
	const words = `This deletes everything of "${prefix}" at Cloudflare. ${numbers} Write the prefix to go on`;
	const word = confirmed ?? (keyboard.isThere ? await keyboard.askWord(words) : null);
	if (word === prefix) return;
	throw new Obstacle(
		word === null
			? "Nothing was deleted: the prefix was not written out."
			: `Nothing was deleted: "${word}" is not the prefix.`,
		word === null ? `Give --confirm ${prefix}.` : "",
	);
}

function closingWords({ command }: CommandLine, { facts }: Deployment, changed: string[]): string {
	const done =
		changed.length === 0
			? "Everything was in order; nothing was changed."
			: `Changed: ${changed.join(", ")}.`;
	if (command !== "deploy" || !facts.addresses) return done;
	const { admin, voice, messaging } = facts.addresses;
	return `${done}\nDashboard ${admin}/   calls ${voice}/ivr   texts ${messaging}/sms`;
}

function refuse(objection: string | null): void {
	if (objection) throw new Obstacle(objection, "");
}

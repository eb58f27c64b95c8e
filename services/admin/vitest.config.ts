import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { openWorkerProject, standIn } from "../messaging/test/worker/worker-project.ts";

const stubs = join(import.meta.dirname, "test/worker/stub-services");
const stubFiles = ["index.js", ...readdirSync(stubs).filter((file) => file !== "index.js")];
const stubModules = Object.fromEntries(
	stubFiles.map((file) => [file, readFileSync(join(stubs, file), "utf8")]),
);
const services = ["voice", "messaging", "campaigns", "provisioning"];

export default defineConfig(() =>
	openWorkerProject({
		name: "admin",
		configPath: join(import.meta.dirname, "wrangler.jsonc"),
		bindings: { AUTH_SECRET: "a secret of the tests, and of nothing else" },
		workers: services.map((service) => standIn(service, stubModules)),
	}),
);

import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Returns a sentence for each broken relative link in the Markdown files. */
export function checkLinks(root: string): string[] {
	const isForeign = (name: string) => name === "node_modules" || name === "dist" || name.startsWith(".");
	return globSync("**/*.md", { cwd: root, exclude: isForeign }).flatMap((name) =>
		linksOf(readFileSync(join(root, name), "utf8"))
			.filter((link) => !leadsSomewhere(join(root, name), link))
			.map((link) => `${name}: the link ${link} leads nowhere.`),
	);
}

function linksOf(markdown: string): string[] {
	const links = [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
	return links.filter((link) => !/^[a-z]+:/i.test(link));
}

function leadsSomewhere(from: string, link: string): boolean {
	const [path = "", anchor] = link.split("#");
	const target = path === "" ? from : join(dirname(from), path);
	if (!existsSync(target)) return false;
	return anchor === undefined || anchorsOf(readFileSync(target, "utf8")).includes(anchor);
}

function anchorsOf(markdown: string): string[] {
	return [...withoutCode(markdown).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, "")
			.replaceAll(" ", "-"),
	);
}

function withoutCode(markdown: string): string {
	return markdown.replace(/^```[\s\S]*?^```/gm, "");
}

const GROUPS =
	`alexander alex sandy|alexandra alex sandra|andrew andy drew|anthony tony|barbara barb|benjamin ben|
catherine cathy kate katie cat|katherine kathy kate katie kat|charles charlie chuck|christina chris tina|
christopher chris|daniel dan danny|david dave|deborah debbie deb|donald don|dorothy dot|edward ed eddie ted|
elizabeth liz beth betty eliza lisa|francisco paco frank|frederick fred|gregory greg|guadalupe lupe|james jim jimmy jamie|
jennifer jen jenny|jessica jess jessie|jonathan jon|joseph joe joey|jose pepe|joshua josh|kenneth ken kenny|
lawrence larry|leonard leo len|margaret maggie meg peggy|matthew matt|michael mike mick|nathaniel nathan nate|
nicholas nick|pamela pam|patricia pat patty tricia|patrick pat|peter pete|philip phil|rebecca becky becca|
richard rick dick rich|robert bob bobby rob robbie|ronald ron|samantha sam|samuel sam sammy|stephanie steph|
stephen steve|steven steve|susan sue susie|theodore ted theo|theresa terry tess|thomas tom tommy|timothy tim|
victoria vicky tori|vincent vince|william bill billy will willy|zachary zach zack`
		.split("|")
		.map((group) => group.trim().split(/\s+/));

const SHORT_FORMS = new Map<string, Set<string>>();
for (const [full = "", ...short] of GROUPS) SHORT_FORMS.set(full, new Set(short));

/** Whether one folded first name is a usual short form of the other (`bob`, `robert`). */
export function isNickname(one: string, other: string): boolean {
	return SHORT_FORMS.get(one)?.has(other) === true || SHORT_FORMS.get(other)?.has(one) === true;
}

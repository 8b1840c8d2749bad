'use strict'

// Fails if a link within the built site leads nowhere, or to a place of a page that it does not have.
const fs = require('fs')
const path = require('path')

const site = path.join(__dirname, 'target', 'site')
const pages = fs.readdirSync(site, { recursive: true }).filter((file) => file.endsWith('.html'))
const html = new Map(pages.map((page) => [path.join(site, page), fs.readFileSync(path.join(site, page), 'utf8')]))
const ids = new Map([...html].map(([page, text]) => [page, new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((id) => id[1]))]))

const dead = []
for (const [page, text] of html) {
  for (const [, link] of text.matchAll(/\b(?:href|src)="([^"]+)"/g)) {
    if (/^[a-z]+:/.test(link)) continue
    const [file, place] = decodeURI(link).split('#')
    const target = file ? path.resolve(path.dirname(page), file) : page
    if (!fs.existsSync(target)) dead.push(`${path.relative(site, page)}: ${link} is not there`)
    else if (place && !ids.get(target)?.has(place)) dead.push(`${path.relative(site, page)}: ${link} has no such place`)
  }
}
console.log([...dead, `${pages.length} pages, ${dead.length} dead links`].join('\n'))
process.exitCode = dead.length ? 1 : 0

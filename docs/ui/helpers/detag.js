'use strict'

/** The text without its tags, such as those of code. */
module.exports = (html) => html && html.replace(/<[^>]+>/g, '')

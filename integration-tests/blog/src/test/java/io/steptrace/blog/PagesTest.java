package io.steptrace.blog;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class PagesTest {

    @Test
    void listsThePosts() {
        when().get("/posts").then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("<a href=\"/posts/1\">Where did the time go?</a>"))
                .body(containsString("Nobody wrote this"));
    }

    @Test
    void showsAPostWithItsAuthorAndComments() {
        when().get("/posts/1").then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .body(containsString("<h1>Where did the time go?</h1>"))
                .body(containsString("Ada Winter"))
                .body(containsString("Ours stood in line."));
    }

    @Test
    void saysThatAPostHasNoComments() {
        when().get("/posts/3").then().statusCode(200).body(containsString("None yet."));
    }

    @Test
    void answers404ForAPostThatDoesNotExist() {
        when().get("/posts/4711").then().statusCode(404);
    }

    @Test
    void doesWithoutTheAuthorOfAPostWhoseAuthorIsMissing() {
        when().get("/posts/4").then().statusCode(200)
                .body(containsString("Nobody wrote this"))
                .body(containsString("an unknown author"));
    }

    @Test
    void answers500ForAPostWhoseCommentsCannotBeRead() {
        when().get("/posts/5").then().statusCode(500);
    }

    @Test
    void insistsUntilTheNewsletterIsDelivered() {
        when().get("/retry-heavy").then().statusCode(200).body(equalTo("delivered"));
    }

    @Test
    void asksEachMirrorAsTheJoinSays() {
        when().get("/mirrors/all").then().statusCode(200).body(equalTo("near far"));
        when().get("/mirrors/all_required").then().statusCode(200).body(equalTo("near"));
        when().get("/mirrors/any").then().statusCode(200).body(equalTo(""));
        when().get("/mirrors/first_success").then().statusCode(200).body(equalTo("near"));
    }

    @Test
    void createsAPostThatCanBeReadAtItsLocation() {
        ValidatableResponse created = create("""
                {"title": "Fresh", "body": "Just written.", "authorId": 2}""");

        long id = created.statusCode(201)
                .body("title", equalTo("Fresh"))
                .body("authorId", equalTo(2))
                .extract().jsonPath().getLong("id");
        created.header("Location", endsWith("/posts/" + id));
        when().get("/posts/" + id).then()
                .statusCode(200)
                .body(containsString("Just written."))
                .body(containsString("Ben Okafor"));
    }

    @Test
    void escapesWhatAPostContains() {
        String location = create("""
                {"title": "Markup", "body": "<script>alert(1)</script>", "authorId": 1}""")
                .statusCode(201).extract().header("Location");

        when().get(location).then()
                .statusCode(200)
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>")));
    }

    @Test
    void refusesAPostWithoutATitle() {
        create("""
                {"body": "Just written.", "authorId": 2}""").statusCode(400);
    }

    @Test
    void refusesAPostOfAnUnknownAuthor() {
        create("""
                {"title": "Fresh", "body": "Just written.", "authorId": 99}""").statusCode(400);
    }

    @Test
    void servesTheCommentsOfAPostAsJson() {
        given().queryParam("post", 1).get("/api/comments").then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("name", contains("Cleo", "Dmitri"));
    }

    @Test
    void servesAnEmptyListForAPostWithoutComments() {
        given().queryParam("post", 3).get("/api/comments").then().statusCode(200).body("", hasSize(0));
    }

    @Test
    void answersWithADigestFromTheQueue() {
        when().get("/queue-heavy").then().statusCode(200).body(matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void answersWithTheFingerprintOfAPrintedPage() {
        when().get("/park-heavy").then().statusCode(200).body(matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void ranksThePosts() {
        when().get("/slow-by-accident").then().statusCode(200).body(containsString("Where did the time go?"));
    }

    private static ValidatableResponse create(String draft) {
        return given().contentType(ContentType.JSON).body(draft).post("/posts").then();
    }
}

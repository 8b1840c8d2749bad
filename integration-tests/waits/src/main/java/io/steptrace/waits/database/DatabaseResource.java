package io.steptrace.waits.database;

import java.sql.SQLException;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** An endpoint a step. */
@Path("/database")
public class DatabaseResource {

    private final Accounts accounts;
    private final Audit audit;

    DatabaseResource(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @GET
    @Path("/ask")
    public void ask() throws SQLException {
        accounts.ask();
    }

    @GET
    @Path("/slowly")
    public int slowly() throws SQLException {
        return accounts.readSlowly();
    }

    @GET
    @Path("/locked")
    public void locked() throws SQLException {
        audit.begin();
        accounts.book();
    }

    @GET
    @Path("/pool")
    public String pool() throws SQLException {
        return accounts.keepConnection();
    }
}
